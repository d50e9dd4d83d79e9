// GraphiQL with example queries in tabs. The tabs are offered on the first
// visit; GraphiQL keeps what the reader makes of them.
const examples = [
  `# 1 引语：谁说了什么，出自哪里（按 Ctrl-Enter 运行）
# Quotes: who said what, and where it stands
query Quotes {
  quotes(filter: { kind: DIRECT }, first: 5) {
    totalCount
    nodes {
      text
      speakerText
      title
      organization
      cue
      spans { start end }
      article { title source published }
    }
  }
}
`,
  `# 2 企业：名称、别名、提及它的文章与人物
# Companies: names, aliases, people, figures
query Companies {
  companies(first: 10, orderBy: MOST_MENTIONED) {
    totalCount
    nodes {
      name
      aliases
      people(first: 5) { nodes { name } }
      figures(first: 5) { nodes { surface metric period } }
    }
  }
}
`,
  `# 3 数据：占比类数据，从高到低
# Figures: per cents, largest first
query Figures {
  figures(filter: { unit: "%" }, orderBy: LARGEST, first: 10) {
    totalCount
    nodes {
      surface
      from
      value
      unit
      metric
      about
      period
      context { text }
      article { title }
    }
  }
}
`,
  `# 4 全文检索：命中之处有标记
# Search everything; what matches is marked
query Search($words: String!) {
  search(query: $words, first: 10) {
    totalCount
    edges {
      snippet
      node {
        __typename
        ... on Quote { text speakerText }
        ... on Article { title }
        ... on Figure { surface metric }
        ... on Entity { name }
      }
    }
  }
}
`,
  `# 5 说话人存疑的引语，与所在文章的日期
# Quotes whose speaker is in doubt, and the dates of their articles
query Doubt {
  quotes(filter: { speakerInDoubt: true }, first: 5) {
    totalCount
    nodes {
      text
      speakerText
      speakerCandidates { name weight joint entity { id } }
      article {
        title
        published
        dates(first: 5) { nodes { surface from to precision anchor } }
      }
    }
  }
}
`,
];

const tabs = examples.map((query) => ({ query, variables: query.includes('$words') ? '{ "words": "增长" }' : '' }));

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultTabs: tabs,
    defaultEditorToolsVisibility: 'variables',
  }),
);
