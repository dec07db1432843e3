import { createTheme } from '@mantine/core';

// Gloved fingers: nothing that is pressed is lower than 44 px.
const glove = 44;

/** Large, plain, of contrast. Colour is the second cue, never the only one. */
export const theme = createTheme({
  primaryColor: 'cyan',
  // One shade in both schemes: white letters on it have a contrast of 5.6.
  primaryShade: 9,
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontSizes: { xs: '14px', sm: '16px', md: '17px', lg: '20px', xl: '24px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    // A link among words is told from them by more than its colour.
    Anchor: { defaultProps: { underline: 'always' } },
    // Words too long for a phone go on in the next line.
    Button: {
      styles: {
        // A link has no middle of its own, as a button has: its words would stick to the upper edge.
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          height: 'auto',
          minHeight: `max(${glove}px, var(--button-height))`,
          maxWidth: '100%',
          paddingBlock: 4,
        },
        inner: { flexGrow: 1, height: 'auto' },
        label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.25 },
      },
    },
    // Letters in the colour of an alert are too pale on its ground; a filled one chooses its own.
    Alert: {
      styles: (_: unknown, { variant }: { variant?: string }) => ({
        title: variant === 'filled' ? {} : { color: 'var(--mantine-color-text)' },
      }),
    },
    NavLink: { styles: { root: { minHeight: glove } } },
    TextInput: { styles: { input: { minHeight: glove } } },
    PasswordInput: { styles: { input: { minHeight: glove }, innerInput: { minHeight: glove } } },
    NativeSelect: { styles: { input: { minHeight: glove } } },
    Select: { styles: { input: { minHeight: glove } } },
    NumberInput: { styles: { input: { minHeight: glove } } },
    Textarea: { defaultProps: { autosize: true, minRows: 2 } },
  },
});
