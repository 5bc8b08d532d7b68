// Saves each answer as it is given. Without script the buttons of the page do the same.
const form = document.getElementById("quiz");
const status = document.getElementById("saved");
const changed = new Set(); // questions answered here since the last save
let running = false;
let leaving = false;
let later;
let call = new AbortController();

// Only what was answered on this page: another tab may know better of the rest.
function answers() {
  const body = new FormData(form);
  for (const field of form.elements) {
    if (field.name.startsWith("q-") && !changed.has(field.closest("fieldset"))) body.delete(field.name);
  }
  return body;
}

async function save() {
  clearTimeout(later);
  if (running || leaving) return false;
  running = true;
  let kept = true;
  while (changed.size && kept && !leaving) kept = await send();
  running = false;
  return kept;
}

async function send() {
  const body = answers();
  const sent = [...changed];
  changed.clear();
  try {
    const answer = await fetch(form.dataset.save, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: call.signal });
    if (answer.ok) {
      const saved = await answer.json();
      status.textContent = `${form.dataset.saved} ${saved.saved_at} · ${saved.answered}/${saved.of}`;
      return true;
    }
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    status.textContent = form.dataset.closed; // signed out, or handed in elsewhere
  } catch {
    for (const question of sent) changed.add(question);
    if (leaving) return false;
    status.textContent = form.dataset.notSaved;
    later = setTimeout(save, 5000);
  }
  return false;
}

form.addEventListener("input", (event) => {
  changed.add(event.target.closest("fieldset"));
  clearTimeout(later);
  later = setTimeout(save, event.target.matches("[maxlength]") ? 800 : 0);
});
form.addEventListener("submit", async (event) => {
  if (navigator.onLine) {
    leaving = true; // what is handed in holds all answers: an answer on its way is called back
    call.abort();
    return;
  }
  // Without a line the browser would throw the page away, and what was not saved with it.
  event.preventDefault();
  for (const question of form.querySelectorAll("fieldset")) changed.add(question);
  if (await save()) {
    leaving = true;
    form.submit();
  }
});
addEventListener("online", save);
addEventListener("pageshow", () => {
  leaving = false;
  call = new AbortController();
});
addEventListener("pagehide", () => {
  if (changed.size && !leaving) navigator.sendBeacon(form.dataset.save, answers());
});
