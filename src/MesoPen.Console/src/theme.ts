import {
  Button,
  createTheme,
  NativeSelect,
  NavLink,
  NumberInput,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';

// Gloved fingers: nothing that is pressed is lower than 44 px.
const glove = 44;

/** Large, plain, of contrast. Colour is the second cue, never the only one. */
export const theme = createTheme({
  primaryColor: 'cyan',
  // In the dark a shade that takes black letters: white ones on the next darker shade have no contrast of 4.5.
  primaryShade: { light: 9, dark: 6 },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontSizes: { xs: '14px', sm: '16px', md: '17px', lg: '20px', xl: '24px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ styles: { root: { minHeight: glove } } }),
    NavLink: NavLink.extend({ styles: { root: { minHeight: glove } } }),
    TextInput: TextInput.extend({ styles: { input: { minHeight: glove } } }),
    PasswordInput: PasswordInput.extend({ styles: { input: { minHeight: glove }, innerInput: { minHeight: glove } } }),
    NativeSelect: NativeSelect.extend({ styles: { input: { minHeight: glove } } }),
    Select: Select.extend({ styles: { input: { minHeight: glove } } }),
    NumberInput: NumberInput.extend({ styles: { input: { minHeight: glove } } }),
    Textarea: Textarea.extend({ defaultProps: { autosize: true, minRows: 2 } }),
  },
});
