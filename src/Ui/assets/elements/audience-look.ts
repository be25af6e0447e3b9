/**
 * Says who would see what is being written as soon as the choice changes: posts the form to `url`, which answers elements with a data-part.
 * Their content replaces that of the same parts here, which stay in the page so that a live region speaks; a data-label becomes the words of the element that `label` names.
 */
class AudienceLook extends HTMLElement {
  private asked = 0;

  connectedCallback() {
    for (const plain of this.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
    this.addEventListener('change', event => {
      if (event.target instanceof HTMLInputElement && ['who', 'group'].includes(event.target.name)) void this.look();
    });
  }

  private async look() {
    const form = this.closest('form');
    if (!form) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);

    const turn = ++this.asked;
    const answer = await fetch(this.getAttribute('url') ?? '', { method: 'POST', body: fields });
    if (!answer.ok || turn !== this.asked) return;
    const holder = document.createElement('template');
    holder.innerHTML = await answer.text();
    for (const found of holder.content.querySelectorAll<HTMLElement>('[data-part]')) {
      this.querySelector(`[data-part=${found.dataset['part']}]`)?.replaceChildren(...found.childNodes);
      const label = document.getElementById(this.getAttribute('label') ?? '');
      if (label && found.dataset['label']) label.textContent = found.dataset['label'];
    }
  }
}

customElements.define('audience-look', AudienceLook);
