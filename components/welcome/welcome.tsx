import type { ComponentChildren } from 'preact';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { AdviceNotice, DatasetNotice } from '../dataset/dataset-notice';
import { countText, dayText } from '../format';
import { useText } from '../text';

export type WelcomeProps = {
  /** Null while it is not known. */
  status: CorpusStatus | null;
  /** False when the browser has not given access to arXiv's pages yet. */
  hasAccess: boolean;
  onAskAccess: () => void;
  onRetryImport: () => void;
};

const PAPER = 'https://arxiv.org/abs/2210.02414';
const LISTING = 'https://arxiv.org/list/cs.LG/new';

/** The page of the first run: what Gloss does, what it sees, how far it is, and what to try. */
export function Welcome({ status, hasAccess, onAskAccess, onRetryImport }: WelcomeProps) {
  const text = useText();
  return (
    <main class="welcome">
      <h1 class="welcome-title">{text('welcome_title')}</h1>
      <p class="welcome-lead">{text('welcome_lead')}</p>
      {!hasAccess && (
        <AdviceNotice
          advice={{ what: text('welcome_no_access'), todo: text('welcome_no_access_todo') }}
          act={text('popup_ask_access')}
          onAct={onAskAccess}
        />
      )}
      <div class="welcome-status" role="status">
        {status !== null && <Progress status={status} onRetry={onRetryImport} />}
      </div>
      <section>
        <h2 class="welcome-subtitle">{text('welcome_try')}</h2>
        <ol class="welcome-steps">
          <Step title={text('welcome_try_paper')} words={text('welcome_try_paper_words')}>
            <AwayLink address={PAPER}>{text('welcome_open_paper')}</AwayLink>
          </Step>
          <Step title={text('welcome_try_search')} words={text('welcome_try_search_words')} />
          <Step title={text('welcome_try_listing')} words={text('welcome_try_listing_words')}>
            <AwayLink address={LISTING}>{text('welcome_open_listing')}</AwayLink>
          </Step>
        </ol>
      </section>
      <section>
        <h2 class="welcome-subtitle">{text('welcome_sees')}</h2>
        <ul class="welcome-points">
          <li>{text('welcome_sees_arxiv')}</li>
          <li>{text('welcome_sees_nothing_leaves')}</li>
          <li>{text('welcome_sees_kept')}</li>
          <li>{text('welcome_sees_removed')}</li>
        </ul>
      </section>
      <nav class="welcome-ways" aria-label={text('popup_views')}>
        <a class="welcome-way" href="library.html">
          {text('popup_library')}
        </a>
        <a class="welcome-way" href="library.html#settings">
          {text('library_settings')}
        </a>
      </nav>
    </main>
  );
}

/** How far the papers are; when they are there, how many and to which day. */
function Progress({ status, onRetry }: { status: CorpusStatus; onRetry: () => void }) {
  const text = useText();
  if (status.papers === 0) return <DatasetNotice status={status} onRetry={onRetry} />;
  const count = countText(status.papers);
  return (
    <p class="welcome-ready">
      {status.date === null
        ? text('welcome_ready', { count })
        : text('welcome_ready_to', { count, day: dayText(status.date) })}
    </p>
  );
}

type StepProps = { title: string; words: string; children?: ComponentChildren };

function Step({ title, words, children }: StepProps) {
  return (
    <li class="welcome-step">
      <h3 class="welcome-step-title">{title}</h3>
      <p>{words}</p>
      {children}
    </li>
  );
}

function AwayLink({ address, children }: { address: string; children: ComponentChildren }) {
  return (
    <a class="button" href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
