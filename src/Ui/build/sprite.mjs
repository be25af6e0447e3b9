import { readFile } from 'node:fs/promises';

/** One file with the icons that icons.txt names, each a symbol. */
export async function sprite() {
  const names = (await readFile('icons.txt', 'utf8')).split('\n').map(line => line.trim()).filter(Boolean);
  const symbols = await Promise.all(names.map(symbol));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

async function symbol(name) {
  const drawing = await readFile(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  const inside = drawing.slice(drawing.indexOf('>', drawing.indexOf('<svg')) + 1, drawing.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
}
