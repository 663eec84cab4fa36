/// The file that `calque init` writes.
enum ConfigurationTemplate {
  static let text = """
    # Calque's configuration. The file nearest to a draft counts most; files in folders above fill in what it leaves open.
    # “calque --print-config draft.md” shows what holds for a draft, and where each value comes from.

    # Languages that the drafts were translated from. Rules about other languages then speak as notes.
    # sources: [ru, uk]

    # Levels for rules, groups, or all: off, on, suggestion, warning, error. “calque rules” lists them.
    # rules:
    #   romanization.house: error
    #   connectives: off

    # Opt-in groups.
    # groups:
    #   generated: on

    # Words that you mean as you write them: findings inside them are dropped.
    # terms:
    #   - Kiev Dynamo Club
    #   - {text: KCNA, case: exact}
    #   - {text: servicemember, inflect: true}

    # Files and folders to leave out, as in .gitignore. A .calqueignore file does the same.
    # exclude:
    #   - drafts/old/

    # Your own rules: a file, or a folder of files. “calque test rules/” runs their examples.
    # rule-files:
    #   - rules/

    # The least severity that makes the exit code 1: error, warning, suggestion, never.
    # fail-on: warning

    # Other values for some files.
    # overrides:
    #   - files: ["archive/**"]
    #     rules: {all: suggestion}

    # Do not look for configurations in folders above.
    # root: true

    """
}
