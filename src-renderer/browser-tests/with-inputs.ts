import { defineComponent, h, type Component } from 'vue'
import { useSecretInputs } from '../design/secret-inputs.ts'

/** A field of a form, with the form's own account of its secret inputs. */
export const withInputs = (field: Component) =>
  defineComponent({
    inheritAttrs: false,
    setup(_props, { attrs, slots }) {
      const inputs = useSecretInputs()
      return () => h(field, { ...attrs, inputs }, slots)
    },
  })
