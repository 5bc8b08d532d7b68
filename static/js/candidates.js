// Shows who may be meant while one types. Without script the page asks after sending.
const form = document.getElementById("walk-in");
const place = document.getElementById("maybe");
const names = ["given_name", "family_name", "birth_year", "phone", "region_code"];
let timer = 0;
let latest = 0;

function choice(who, name, about) {
  const label = document.createElement("label");
  label.className = "pick";
  const radio = Object.assign(document.createElement("input"), { type: "radio", name: "who", value: who });
  const text = document.createElement("span");
  const strong = document.createElement("b");
  strong.textContent = name;
  text.append(strong);
  if (about) {
    const small = document.createElement("small");
    small.className = "quiet";
    small.textContent = about;
    text.append(document.createElement("br"), small);
  }
  label.append(radio, text);
  return label;
}

async function ask() {
  const query = new URLSearchParams(names.map((name) => [name, form.elements[name].value]));
  const turn = ++latest;
  try {
    const answer = await fetch(`${form.dataset.candidates}?${query}`, { headers: { Accept: "application/json" } });
    const { found } = await answer.json();
    if (turn !== latest) return;
    place.hidden = !found.length;
    const rows = found.map((one) => choice(one.who, one.name, one.about));
    if (rows.length) rows.push(choice("new", form.dataset.new, ""));
    place.querySelector("div").replaceChildren(...rows);
  } catch {
    place.hidden = true; // the page asks after sending
  }
}

form.addEventListener("input", (event) => {
  if (document.getElementById("found") || !names.includes(event.target.name)) return;
  clearTimeout(timer);
  if (form.elements.given_name.value.trim().length > 1) timer = setTimeout(ask, 350);
});
