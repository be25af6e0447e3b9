/**
 * Says who would see what is being written as soon as the choice changes: posts the form to `url`, which answers an element with data-label;
 * its content replaces the part marked data-people, its label the words of the element that `label` names.
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
    const people = this.querySelector('[data-people]');
    if (!form || !people) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);

    const turn = ++this.asked;
    const answer = await fetch(this.getAttribute('url') ?? '', { method: 'POST', body: fields });
    if (!answer.ok || turn !== this.asked) return;
    const holder = document.createElement('template');
    holder.innerHTML = await answer.text();
    const found = holder.content.firstElementChild;
    const label = document.getElementById(this.getAttribute('label') ?? '');
    if (!(found instanceof HTMLElement)) return;
    if (label && found.dataset['label']) label.textContent = found.dataset['label'];
    people.replaceWith(found);
  }
}

customElements.define('audience-look', AudienceLook);
