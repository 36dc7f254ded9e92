import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Category, Depth } from '#contract/cost-centers.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import classes from './cost-centers.module.css';
import { useDeleteDepth, useWriteDepth } from './mutations.ts';

type Props = { category: Category; depths: readonly Depth[]; onClose: () => void };

/** What the items of a category are called on each level, from the roots down. */
export function DepthsDialog({ category, depths, onClose }: Props) {
  const [going, setGoing] = useState<Depth>();
  const remove = useDeleteDepth();
  const [problem, setProblem] = useState<string>();
  const next = Math.max(-1, ...depths.map(({ level }) => level)) + 1;
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.costs_depths_title({ name: category.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <p className={classes.hint}>{m.costs_depths_text()}</p>
      <ul className={classes.depths}>
        {depths.map((depth) => (
          <li key={depth.id}>
            <DepthForm category={category} level={depth.level} depth={depth} />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={m.costs_depth_delete({ name: depth.name })}
              onClick={() => setGoing(depth)}
            >
              <TrashIcon size={16} />
            </ActionIcon>
          </li>
        ))}
        {next < 100 && (
          <li key="next">
            <DepthForm key={`${next} ${depths.length}`} category={category} level={next} />
          </li>
        )}
      </ul>
      {going && (
        <Confirm
          opened
          danger
          title={m.costs_depth_delete({ name: going.name })}
          confirmLabel={m.costs_depth_delete_do()}
          busy={remove.isPending}
          problem={problem}
          onClose={() => {
            setGoing(undefined);
            setProblem(undefined);
          }}
          onConfirm={() =>
            remove.mutate(going.id, {
              onSuccess: () => setGoing(undefined),
              onError: ({ message }) => setProblem(message),
            })
          }
        >
          {m.costs_depth_delete_text({ name: going.name })}
        </Confirm>
      )}
    </Modal>
  );
}

function DepthForm({ category, level, depth }: { category: Category; level: number; depth?: Depth }) {
  const write = useWriteDepth();
  const { keyFor, settle } = useIntentionKey();
  const form = useForm({ values: { name: depth?.name ?? '', code: depth?.code ?? '' } });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async ({ name, code }) => {
    const body = { name: name.trim(), code: code.trim(), level, category: { id: category.id } };
    try {
      await write.mutateAsync(depth ? { id: depth.id, body } : { body, key: keyFor(body) });
      settle();
    } catch (error) {
      showProblem(form, error, ['name', 'code']);
    }
  });
  return (
    <form onSubmit={submit} noValidate className={classes.depth}>
      <span className={classes.levelNumber}>{level + 1}</span>
      <TextInput
        aria-label={m.costs_depth_name({ level: level + 1 })}
        placeholder={m.costs_depth_hint()}
        dir="auto"
        maxLength={200}
        error={errors.name?.message ?? errors.root?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.costs_name_missing() })}
      />
      <TextInput
        aria-label={m.costs_depth_code({ level: level + 1 })}
        placeholder={m.costs_code()}
        maxLength={200}
        error={errors.code?.message}
        {...form.register('code')}
      />
      <Button type="submit" variant="default" size="compact-md" disabled={!isDirty} loading={write.isPending}>
        {depth ? m.costs_save() : m.costs_add()}
      </Button>
    </form>
  );
}
