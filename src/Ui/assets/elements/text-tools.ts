/**
 * Marks for those who do not know them by heart: each button of the toolbar changes the text area inside as if it had been typed, so that the browser can undo it.
 * Ctrl+B and Ctrl+I do the same; arrows move within the toolbar, which is one stop of the Tab key.
 */
class TextTools extends HTMLElement {
  private get area() { return this.querySelector('textarea'); }
  private get buttons() { return [...this.querySelectorAll<HTMLButtonElement>('[data-tool]')]; }

  connectedCallback() {
    const bar = this.querySelector<HTMLElement>('[role=toolbar]');
    if (!bar || !this.area) return;
    bar.hidden = false;
    this.stop(0);
    bar.addEventListener('click', event => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tool]') : null;
      if (button) this.use(button.dataset['tool']!);
    });
    bar.addEventListener('keydown', event => this.move(event));
    this.area.addEventListener('keydown', event => {
      const tool = { b: 'bold', i: 'italic' }[event.key.toLowerCase()];
      if (!tool || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.use(tool);
    });
  }

  private move(event: KeyboardEvent) {
    const { buttons } = this;
    const at = buttons.findIndex(b => b === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    this.stop(to % buttons.length);
    buttons[to % buttons.length]?.focus();
  }

  private stop(n: number) { this.buttons.forEach((button, i) => { button.tabIndex = i === n ? 0 : -1; }); }

  private use(tool: string) {
    this.area!.focus();
    if (tool === 'bold') this.around('**');
    else if (tool === 'italic') this.around('*');
    else if (tool === 'list') this.lines('- ');
    else if (tool === 'quote') this.lines('> ');
    else if (tool === 'link') this.link();
    else this.mention();
  }

  /** Puts the mark on both sides of what is chosen, or takes it away. */
  private around(mark: string) {
    const { value, selectionStart: from, selectionEnd: to } = this.area!;
    const chosen = value.slice(from, to);
    const marked = value.slice(0, from).endsWith(mark) && value.slice(to).startsWith(mark) && !(mark === '*' && value.slice(0, from).endsWith('**'));
    if (marked) this.write(from - mark.length, to + mark.length, chosen, 0, chosen.length);
    else this.write(from, to, mark + chosen + mark, mark.length, chosen.length);
  }

  /** Begins each chosen line with the mark, or takes it away where all have it. */
  private lines(mark: string) {
    const { value, selectionStart, selectionEnd } = this.area!;
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const end = value.indexOf('\n', selectionEnd);
    const to = end < 0 ? value.length : end;
    const lines = value.slice(from, to).split('\n');
    const marked = lines.every(line => line.startsWith(mark));
    const text = lines.map(line => marked ? line.slice(mark.length) : mark + line).join('\n');
    this.write(from, to, text, text.length, 0);
  }

  private link() {
    const { value, selectionStart: from, selectionEnd: to } = this.area!;
    const chosen = value.slice(from, to);
    const address = 'https://';
    if (chosen) this.write(from, to, `[${chosen}](${address})`, chosen.length + 3, address.length);
    else this.write(from, to, `[](${address})`, 1, 0);
  }

  private mention() {
    const { value, selectionStart: from, selectionEnd: to } = this.area!;
    const mark = from > 0 && !/\s/.test(value[from - 1]!) ? ' @' : '@';
    this.write(from, to, mark, mark.length, 0);
  }

  private write(from: number, to: number, text: string, chosenAt: number, chosenLength: number) {
    const area = this.area!;
    area.setSelectionRange(from, to);
    // The old way of writing is the only one that the browser can undo.
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }

    area.setSelectionRange(from + chosenAt, from + chosenAt + chosenLength);
  }
}

customElements.define('text-tools', TextTools);
