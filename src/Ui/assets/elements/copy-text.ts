/** Copies the text of the element that `for` names; the live region inside (`[role=status]`) says the words of `said`. */
class CopyText extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('button')) void this.copy();
    });
  }

  private async copy() {
    const source = document.getElementById(this.getAttribute('for') ?? '');
    if (!source) return;
    await navigator.clipboard.writeText(source instanceof HTMLInputElement ? source.value : source.textContent?.trim() ?? '');
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = this.getAttribute('said');
  }
}

customElements.define('copy-text', CopyText);
