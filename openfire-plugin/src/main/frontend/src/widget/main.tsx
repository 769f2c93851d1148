import { render } from 'preact';
import { speaker } from '../common/texts';

const say = speaker('en', 'ask-write = Write your question');
render(<h1>{say('ask-write')}</h1>, document.body);
