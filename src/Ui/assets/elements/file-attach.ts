/**
 * Sends dropped or chosen files to `url`, each in a post of its own, and puts the fragment that answers (an <li> with its hidden upload id) into the list.
 * A <template> inside is the row of a file on its way. A refusal's words (text/plain) stand in the row; a button with data-remove takes a row away.
 */
class FileAttach extends HTMLElement {
  private get chooser() { return this.querySelector<HTMLInputElement>('input[type=file]'); }
  private get list() { return this.querySelector<HTMLElement>('[data-list]'); }

  connectedCallback() {
    for (const plain of this.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
    this.chooser?.addEventListener('change', event => {
      event.stopPropagation();
      this.take(this.chooser?.files);
      if (this.chooser) this.chooser.value = '';
    });
    this.addEventListener('dragover', event => { event.preventDefault(); this.classList.add('over'); });
    this.addEventListener('dragleave', () => this.classList.remove('over'));
    this.addEventListener('drop', event => {
      event.preventDefault();
      this.classList.remove('over');
      this.take(event.dataTransfer?.files);
    });
    this.addEventListener('click', event => {
      const remove = event.target instanceof Element ? event.target.closest('[data-remove]') : null;
      if (!remove) return;
      remove.closest('li')?.remove();
      this.chooser?.focus();
      this.changed();
    });
  }

  private take(files: FileList | null | undefined) {
    for (const file of files ?? []) this.send(file);
  }

  private send(file: File) {
    const row = this.querySelector('template')?.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return;
    const words = row.querySelector('[data-words]')!;
    const progress = row.querySelector('progress')!;
    row.querySelector('[data-name]')!.textContent = file.name;
    this.list?.append(row);

    const largest = Number(this.getAttribute('largest') ?? 0);
    if (largest && file.size > largest) return this.fail(row, words, this.getAttribute('too-large'));

    // Not fetch, which cannot say how far a body has come.
    const post = new XMLHttpRequest();
    post.upload.addEventListener('progress', event => { if (event.lengthComputable) progress.value = event.loaded / event.total; });
    post.addEventListener('load', () => {
      if (post.status >= 300) return this.fail(row, words, post.getResponseHeader('Content-Type')?.startsWith('text/plain') ? post.responseText : null);
      row.insertAdjacentHTML('afterend', post.responseText);
      row.remove();
      this.say(`${file.name}: ${this.getAttribute('done')}`);
      this.changed();
    });
    post.addEventListener('error', () => this.fail(row, words, null));
    row.querySelector('[data-remove]')?.addEventListener('click', () => post.abort());

    const body = new FormData();
    for (const [name, value] of Object.entries(this.dataset)) if (value) body.append(name, value);
    body.append('file', file);
    post.open('POST', this.getAttribute('url') ?? '');
    post.send(body);
  }

  private fail(row: HTMLElement, words: Element, why: string | null) {
    const said = why || this.getAttribute('failed') || '';
    row.querySelector('progress')?.remove();
    row.classList.add('failed');
    words.textContent = said;
    this.say(`${row.querySelector('[data-name]')?.textContent}: ${said}`);
  }

  private say(words: string) {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }

  // So that a draft-keep around us keeps the new list too.
  private changed() { this.list?.dispatchEvent(new Event('change', { bubbles: true })); }
}

customElements.define('file-attach', FileAttach);
