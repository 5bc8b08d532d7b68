// Counts while one taps, and fills in the rest at one tap. Without script the buttons of the page do the same.
const form = document.getElementById("roll");
const rest = document.getElementById("rest");

function rows() {
  return [...form.querySelectorAll(".roll > li")].map((li) => ({ li, radios: [...li.querySelectorAll("input[type=radio]")] }));
}

function said(row) {
  return row.radios.find((radio) => radio.checked)?.value || "";
}

function count() {
  const totals = { came: 0, absent: 0, open: 0 };
  let changed = false;
  for (const row of rows()) {
    const value = said(row);
    totals[value === "absent" ? "absent" : value ? "came" : "open"] += 1;
    changed ||= value !== row.li.querySelector("input[type=hidden]").value;
  }
  for (const place of form.querySelectorAll("[data-count]")) place.textContent = totals[place.dataset.count];
  if (rest) rest.disabled = !totals.open && !rest.dataset.filled;
  const unsaved = document.getElementById("unsaved");
  if (unsaved) unsaved.textContent = changed ? `· ${form.dataset.unsaved}` : "";
}

function choose(row, value) {
  const radio = row.radios.find((one) => one.value === value);
  if (radio) radio.checked = true;
}

let filled = [];
let words = null;
rest?.addEventListener("click", (event) => {
  event.preventDefault();
  if (filled.length) {
    for (const row of filled) choose(row, "");
    filled = [];
    rest.replaceChildren(...words);
    delete rest.dataset.filled;
  } else {
    filled = rows().filter((row) => !said(row));
    for (const row of filled) choose(row, "present");
    words = [...rest.childNodes];
    rest.replaceChildren(form.dataset.undo);
    rest.dataset.filled = "1";
  }
  count();
});

form?.addEventListener("change", count);
if (form) count();
