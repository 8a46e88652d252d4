import { ref } from 'vue'

/** Whether each claim is shown with what it means; one switch for every token of the window. */
export const explainedClaims = ref(false)
