// Two rules as a plugin: no-restricted-syntax, which oxlint does not have and whose options are selectors with
// messages, and the same for comments, whose options are patterns with messages.
const restrictedSyntax = {
  meta: { schema: { type: 'array' } },
  create: (context) =>
    Object.fromEntries(
      context.options.map(({ message, selector }) => [
        selector,
        (node) => context.report({ node, message }),
      ]),
    ),
}

const restrictedComments = {
  meta: { schema: { type: 'array' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const text = comment.value.replaceAll(/\s+(\* )?/g, ' ')
        for (const { message, pattern } of context.options)
          if (new RegExp(pattern, 'i').test(text)) context.report({ loc: comment.loc, message })
      }
    },
  }),
}

export default {
  meta: { name: 'syntax' },
  rules: { comments: restrictedComments, restricted: restrictedSyntax },
}
