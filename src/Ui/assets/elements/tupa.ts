// Everything, for those who are in: Turbo and the elements.
import '@hotwired/turbo';
import './door';
import './arriving';
import './audience-look';
import './audio-player';
import './draft-keep';
import './file-attach';
import './form-look';
import './live-feed';
import './mention-menu';
import './page-look';
import './session-end';
import './text-tools';
import './video-player';
