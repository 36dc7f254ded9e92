import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import { SortableList } from '#src/ui/sortable-list.tsx';
import classes from './care.module.css';
import { QuestionDialog } from './question-dialog.tsx';
import type { Question } from './type-values.ts';
import { kindWords } from './words.ts';

type Props = { questions: readonly Question[]; onChange: (questions: Question[]) => void };

/** What is asked of whoever files a request of the type, in its order. Nothing is saved before the type is. */
export function QuestionList({ questions, onChange }: Props) {
  const [editing, setEditing] = useState<Question | 'new'>();
  const keep = (kept: Omit<Question, 'id' | 'code'>) => {
    if (editing === 'new') {
      const id = Math.min(0, ...questions.map((one) => one.id)) - 1;
      onChange([...questions, { id, code: '', ...kept }]);
    } else onChange(questions.map((one) => (one.id === editing?.id ? { ...one, ...kept } : one)));
    setEditing(undefined);
  };
  return (
    <section aria-label={m.care_questions()} className={classes.part}>
      <div className={classes.bar}>
        <h3 className={classes.heading}>{m.care_questions()}</h3>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<PlusIcon size={16} />}
          onClick={() => setEditing('new')}
        >
          {m.care_question_new()}
        </Button>
      </div>
      <p className={classes.hint}>{m.care_questions_text()}</p>
      {questions.length > 0 && (
        <SortableList
          label={m.care_questions()}
          items={questions}
          nameOf={({ name }) => name}
          detail={({ kind, required }) =>
            [kindWords[kind](), required && m.care_question_required_short()].filter(Boolean).join(' · ')
          }
          onSort={onChange}
          end={(question) => (
            <RowButtons
              name={question.name}
              onEdit={() => setEditing(question)}
              onHide={() => onChange(questions.filter(({ id }) => id !== question.id))}
            />
          )}
        />
      )}
      {editing && (
        <QuestionDialog
          question={editing === 'new' ? undefined : editing}
          onKeep={keep}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}
