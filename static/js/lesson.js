// A definition beside its word, on tap or Enter. Without script the link leads to the list of terms.
const box = document.createElement("div");
box.className = "definition";
box.id = "definition";
box.setAttribute("role", "status");
box.hidden = true;
let opener = null;

function open(link, term) {
  const words = term.nextElementSibling.cloneNode(true);
  words.querySelector("a")?.remove();
  const place = link.closest("p, li, td, th, dd, figcaption") ?? link.parentElement;
  if (place.matches("p")) place.after(box);
  else place.append(box); // a list or a row takes nothing between its parts
  box.hidden = false;
  // Filled a moment after it stands there, so that screen readers notice.
  box.replaceChildren();
  requestAnimationFrame(() => box.replaceChildren(Object.assign(document.createElement("b"), { textContent: term.textContent }), ` – ${words.textContent.trim()}`));
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", box.id);
  opener = link;
}

function close() {
  box.hidden = true;
  opener?.removeAttribute("aria-expanded");
  opener?.removeAttribute("aria-controls");
  opener = null;
}

document.addEventListener("click", (event) => {
  if (box.contains(event.target)) return;
  const link = event.target.closest("a.term");
  const again = link && link === opener;
  close();
  const term = link && document.getElementById(link.hash.slice(1));
  if (!term || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (!again) open(link, term);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
