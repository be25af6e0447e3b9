// Turbo changes the page without the browser noticing, so the keyboard and the screen reader are brought along by hand.
let first = true;

document.addEventListener('turbo:load', () => {
  const main = document.getElementById('sisalto');
  if (!first && main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  first = false;
});
