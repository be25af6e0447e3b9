// Everything, for those who are in: Turbo and the elements.
import '@hotwired/turbo';
import './door';
