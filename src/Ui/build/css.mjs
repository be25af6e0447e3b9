import { readFile } from 'node:fs/promises';

// Of hds-core only what our pages use; `ui` names the classes. Its fonts.css loads from another host and is never here.
const parts = ['button', 'checkbox', 'radio-button', 'selection-group', 'text-input', 'notification', 'error-summary', 'table'];
const own = ['tokens', 'tupa', 'house'];

/** hds-core first, then the theme, then our own: the order is the cascade. */
export async function css() {
  const hds = ['base', ...parts.map(part => `components/${part}/${part}`)].map(path => `node_modules/hds-core/lib/${path}.css`);
  const sheets = await Promise.all([...hds, ...own.map(name => `assets/css/${name}.css`)].map(path => readFile(path, 'utf8')));
  return unused(withoutImages(sheets.join('\n')));
}

// Ticks and icons that hds-core draws with data: masks; tupa.css draws its own.
function withoutImages(code) {
  return code
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
    .replace(/@charset "[^"]*";/gi, '')
    .replace(/[\w-]+:\s*url\((["'])data:.*?\1\)[^;}]*;?/g, '');
}

// hds-core's palette is long and most of it is asked for by nobody.
function unused(code) {
  for (;;) {
    const used = new Set([...code.matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]));
    const kept = code.replace(/(^|[;{}\s])(--[\w-]+)\s*:[^;{}]*;/g, (all, before, name) => used.has(name) ? all : before);
    if (kept === code) return code;
    code = kept;
  }
}
