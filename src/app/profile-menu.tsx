import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isLanguage, languages } from '#contract/languages.ts';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { useChooseLanguage } from '#src/directory/use-language.ts';
import { language, languageNames } from '#src/lib/language.ts';
import { useStore } from '#src/lib/store.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { FlagIcon } from '#src/ui/guide-icons.tsx';
import { MoonIcon, PersonIcon, ScreenIcon, SignOutIcon, SunIcon } from '#src/ui/icons.tsx';
import { Keys } from '#src/ui/keys.tsx';
import { shortcutsOpen, singleKeys } from '#src/ui/shortcuts.ts';
import classes from './profile-menu.module.css';
import { KeyboardIcon } from './palette-icons.tsx';
import { useSignOut } from './use-sign-out.ts';

const appearances = [
  { value: 'light', label: m.shell_appearance_light, icon: SunIcon },
  { value: 'dark', label: m.shell_appearance_dark, icon: MoonIcon },
  { value: 'auto', label: m.shell_appearance_system, icon: ScreenIcon },
] as const;

export function ProfileMenu({ me }: { me: Me }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const choose = useChooseLanguage(me);
  const heard = useStore(singleKeys);
  return (
    <Menu width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={m.shell_profile_menu({ name: me.name })}>
          <Avatar name={me.name} color={me.color} src={me.image?.downloadURL} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<PersonIcon size={16} />}
          renderRoot={(props) => <Link to="/profile" {...props} />}
        >
          {m.shell_profile()}
        </Menu.Item>
        <Menu.Item
          leftSection={<KeyboardIcon size={16} />}
          rightSection={heard && <Keys keys={['?']} />}
          onClick={() => shortcutsOpen.set(true)}
        >
          {m.mail_keys()}
        </Menu.Item>
        {me.siteAdmin && (
          <Menu.Item
            leftSection={<FlagIcon size={16} />}
            renderRoot={(props) => <Link to="/start" {...props} />}
          >
            {m.guide_title()}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          <Menu.Label>{m.shell_appearance()}</Menu.Label>
          {appearances.map(({ value, label, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} />}>
              {label()}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={language()}
          onChange={(value) => choose.mutate(isLanguage(value) ? value : null)}
        >
          <Menu.Label>{m.shell_language()}</Menu.Label>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one}>
              {languageNames[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => void signOut()}>
          {m.shell_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
