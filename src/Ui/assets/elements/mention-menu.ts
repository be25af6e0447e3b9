/**
 * Offers names while "@…" is typed into the text area inside: asks `url` with ?q=, which answers <li role="option" data-insert="…" data-person="…"> for those who can see the text.
 * Arrows choose, Enter or Tab takes, Escape closes.
 */
class MentionMenu extends HTMLElement {
  private asked = 0;
  private chosen = 0;

  private get area() { return this.querySelector('textarea'); }
  private get list() { return this.querySelector<HTMLElement>('[role=listbox]'); }
  private get options() { return [...(this.list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]; }

  connectedCallback() {
    const { area, list } = this;
    if (!area || !list) return;
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-controls', list.id);
    area.addEventListener('input', () => void this.offer());
    area.addEventListener('keydown', event => this.key(event));
    area.addEventListener('blur', () => window.setTimeout(() => this.close(), 150));
    list.addEventListener('mousedown', event => {
      event.preventDefault();
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option) this.insert(option);
    });
  }

  /** What stands between the "@" and the caret; null when the caret is not in a mention. */
  private typed() {
    const area = this.area!;
    return /(?:^|\s)@([\p{L}\p{N}.'-]{1,40}(?: [\p{L}\p{N}.'-]{0,40})?)$/u.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
  }

  private async offer() {
    const typed = this.typed();
    const turn = ++this.asked;
    if (typed === null) return this.close();
    const answer = await fetch(`${this.getAttribute('url')}?q=${encodeURIComponent(typed)}`);
    if (turn !== this.asked || !this.list) return;
    this.list.innerHTML = answer.ok ? await answer.text() : '';
    this.options.forEach((option, n) => { option.id ||= `${this.list!.id}-${n}`; });
    this.list.hidden = this.options.length === 0;
    this.mark(0);
  }

  private key(event: KeyboardEvent) {
    if (!this.list || this.list.hidden) return;
    const { options } = this;
    const take = event.key === 'Enter' || event.key === 'Tab';
    if (event.key === 'ArrowDown') this.mark((this.chosen + 1) % options.length);
    else if (event.key === 'ArrowUp') this.mark((this.chosen + options.length - 1) % options.length);
    else if (event.key === 'Escape') this.close();
    else if (take && options[this.chosen]) this.insert(options[this.chosen]!);
    else return;
    event.preventDefault();
  }

  private mark(n: number) {
    this.chosen = n;
    this.options.forEach((option, i) => option.setAttribute('aria-selected', String(i === n)));
    const option = this.options[n];
    if (!option) return this.area?.removeAttribute('aria-activedescendant');
    this.area?.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private insert(option: HTMLElement) {
    const area = this.area!;
    const length = (this.typed()?.length ?? -1) + 1;
    area.setRangeText(option.dataset['insert'] ?? '', area.selectionStart - length, area.selectionStart, 'end');
    if (option.dataset['person']) this.remember(option.dataset['person']);
    this.close();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // A name alone does not say who: namesakes. The form carries the one who was chosen.
  private remember(person: string) {
    const field = document.createElement('input');
    [field.type, field.name, field.value] = ['hidden', 'mention', person];
    this.area?.form?.append(field);
  }

  private close() {
    this.asked++;
    if (this.list) this.list.hidden = true;
    this.area?.removeAttribute('aria-activedescendant');
  }
}

customElements.define('mention-menu', MentionMenu);
