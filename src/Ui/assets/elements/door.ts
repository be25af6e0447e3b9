// For those at the door: the elements that public pages use.
import './print-page';
import './copy-text';
