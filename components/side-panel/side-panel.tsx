import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { StatedFacts } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import type { RelatedPaper } from '@/lib/core/related-paper';
import type { FactItem } from '@/lib/core/shown';
import { AdviceNotice } from '../dataset/dataset-notice';
import { TroubleNotice } from '../exchange/trouble-notice';
import { NoticeBar } from '../notice-bar';
import type { Reader, Where } from '../shown';
import { useText } from '../text';
import { useNotice } from '../use-notice';
import { useWatched } from '../use-watched';
import { NoPaper } from './no-paper';
import { PaperBeside } from './paper-beside';

export type SidePanelProps = {
  reader: Reader;
  /** Null while it is not known. */
  status: CorpusStatus | null;
  /** As much as is known of the tab's paper; undefined while it is not known, null where the tab shows none. */
  paper: Paper | null | undefined;
  /** False when the reader took back the access to arXiv's pages. */
  hasAccess: boolean;
  factsOf: (paper: Paper) => StatedFacts;
  relatedTo: (paper: Paper) => Promise<readonly RelatedPaper[]>;
  onCopyBibtex: (paper: Paper) => Promise<unknown>;
  /** Copies a report that a fact is wrong; whether it could. */
  onWrong: (paper: Paper, item: FactItem) => Promise<boolean>;
  onOpen: (address: string, where: Where) => void;
  onRetryImport: () => void;
  /** Opens everything anew: a database that was refused is asked again. */
  onReload: () => void;
  onAskAccess: () => void;
};

/** The paper of the active tab, beside its PDF or page; without one, what waits to be read. */
export function SidePanel(props: SidePanelProps) {
  const { reader, paper, status } = props;
  const text = useText();
  const { notice, acts, dismiss } = useNotice();
  const lists = useWatched('lists', reader.lists);
  const { trouble } = lists;
  return (
    <div class="side-panel">
      <main class="side-panel-main">
        <h1 class="visually-hidden">{text('extension_name')}</h1>
        {!props.hasAccess && (
          <AdviceNotice
            advice={{ what: text('popup_no_access'), todo: text('popup_no_access_todo') }}
            act={text('popup_ask_access')}
            onAct={props.onAskAccess}
          />
        )}
        {trouble !== undefined && <TroubleNotice trouble={trouble} onReload={props.onReload} />}
        {paper && lists.value !== undefined && (
          <PaperBeside
            {...props}
            key={paper.id}
            paper={paper}
            status={status}
            lists={lists.value}
            acts={acts}
          />
        )}
        {paper === null && trouble === undefined && <NoPaper reader={reader} onOpen={props.onOpen} />}
      </main>
      <NoticeBar notice={notice} onDismiss={dismiss} onUndo={acts.takeBack} />
    </div>
  );
}
