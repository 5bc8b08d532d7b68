// Saves each answer as it is given. Without script the buttons of the page do the same.
const form = document.getElementById("quiz");
const status = document.getElementById("saved");
let waiting = 0;
let running = false;
let handedIn = false;

async function save() {
  if (running || handedIn) return;
  running = true;
  while (waiting && !handedIn) {
    waiting = 0;
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const saved = await answer.json();
      status.textContent = `${form.dataset.saved} ${saved.saved_at} · ${saved.answered}/${saved.of}`;
    } catch {
      status.textContent = form.dataset.notSaved;
      setTimeout(() => { waiting = 1; save(); }, 5000);
      break;
    }
  }
  running = false;
}

form.addEventListener("change", () => { waiting = 1; save(); });
form.addEventListener("submit", () => { handedIn = true; });
addEventListener("online", () => { waiting = 1; save(); });
