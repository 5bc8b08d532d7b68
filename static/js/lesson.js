// A definition beside its word, on tap or Enter. Without script the link leads to the list of terms.
const window_ = document.createElement("div");
window_.className = "definition";
window_.setAttribute("role", "status");
window_.hidden = true;

function show(link) {
  const term = document.getElementById(link.hash.slice(1));
  if (!term) return false;
  const words = term.nextElementSibling.cloneNode(true);
  words.querySelector("a")?.remove();
  window_.replaceChildren(Object.assign(document.createElement("b"), { textContent: term.textContent }), ` – ${words.textContent.trim()}`);
  link.closest("p, li, td, dd, div").after(window_);
  window_.hidden = false;
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.term");
  if (link && !event.ctrlKey && !event.metaKey) {
    const again = !window_.hidden && window_.dataset.of === link.hash;
    if (again) window_.hidden = true;
    else if (!show(link)) return;
    window_.dataset.of = link.hash;
    event.preventDefault();
  } else if (!window_.hidden && !window_.contains(event.target)) {
    window_.hidden = true;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") window_.hidden = true;
});
