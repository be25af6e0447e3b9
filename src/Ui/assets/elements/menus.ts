// A menu is a <details>: it opens without script. With script, Escape and a click elsewhere close it.
const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

document.addEventListener('click', event => {
  for (const menu of open()) if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
