import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const iris: MantineColorsTuple = [
  '#f0f1fe',
  '#e0e3fb',
  '#c3c9f7',
  '#a3acf2',
  '#8b96ee',
  '#717de4',
  '#5f6bda',
  '#4f5bcf',
  '#434fbf',
  '#37419f',
];
const gray: MantineColorsTuple = [
  '#f8f8fa',
  '#f1f2f4',
  '#e7e8ec',
  '#dcdee3',
  '#c9ccd3',
  '#9a9eaa',
  '#626773',
  '#4a4e59',
  '#33363f',
  '#1c1e24',
];
const dark: MantineColorsTuple = [
  '#e4e5e9',
  '#b9bbc4',
  '#9497a2',
  '#6f727d',
  '#383a43',
  '#2b2d35',
  '#222429',
  '#18191d',
  '#131417',
  '#0e0f11',
];

/** One accent, neutral greys, small type. Shade 8 and autoContrast keep text on the accent readable (AA). */
export const theme = createTheme({
  colors: { iris, gray, dark },
  primaryColor: 'iris',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  black: '#1c1e24',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Overlay: { defaultProps: { backgroundOpacity: 0.4 } },
    Alert: { defaultProps: { variant: 'light' } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120, transition: 'fade' } },
      styles: { title: { fontWeight: 600 } },
    },
    // Their <header> is no second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Drawer: { defaultProps: { transitionProps: { duration: 140 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 400, fz: 12 } },
  },
});

/** Mantine's own greys and reds for hints, placeholders and errors miss AA on our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': '#b42323',
    '--mantine-color-anchor': iris[8],
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff8a8a',
    '--mantine-color-anchor': iris[3],
  },
});
