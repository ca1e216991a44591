// Runs before the first paint. The same names are written by shell/appearance.ts; a test holds them together.
(function () {
  try {
    var saved = JSON.parse(sessionStorage.getItem("hebra.appearance") || localStorage.getItem("hebra.appearance") || "{}");
    if (saved.theme && saved.theme !== "system") document.documentElement.dataset.theme = saved.theme;
    if (saved.letter === "large") document.documentElement.dataset.letter = "large";
  } catch (error) {
    // Storage refused or unreadable: the system's own theme is a good answer.
  }
})();
