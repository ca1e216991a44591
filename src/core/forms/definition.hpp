// A form as data: what data/forms/*.json holds and an institution may import. Pure description; `form.hpp` gives it life.
#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"
#include "base/word.hpp"
#include "platform/json/types.hpp"

namespace hebra::forms {

namespace words {
inline constexpr Word k_bad_version{"bad_version", "La versión se escribe con tres números: 1.2.0.",
                                    "The version is written with three numbers: 1.2.0."};
}  // namespace words

/// "1.2.0" (semver.org, without suffixes).
class Version {
  public:
    static constexpr std::string_view k_pattern = "^[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}$", k_description = "semantic version",
                                      k_example = "1.2.0";
    Version() = default;
    /// No: `bad_version`.
    static Result<Version> parse(std::string_view text);
    std::string text() const;
    friend auto operator<=>(const Version&, const Version&) = default;

  private:
    int major_ = 0, minor_ = 0, patch_ = 0;
};

/// What is shown, in both languages.
struct Label {
    std::string es;
    std::string en;
    friend bool operator==(const Label&, const Label&) = default;
};
BOOST_DESCRIBE_STRUCT(Label, (), (es, en))

enum class FieldType { text, long_text, integer, number, boolean, date, choice, choices, group };
BOOST_DESCRIBE_ENUM(FieldType, text, long_text, integer, number, boolean, date, choice, choices, group)

enum class FormStatus { draft, published, retired };
BOOST_DESCRIBE_ENUM(FormStatus, draft, published, retired)

/// An answer to choose. Never deleted, only disabled: old answers keep their label.
struct Option {
    std::string code;
    Label label;
    std::optional<bool> disabled;
    friend bool operator==(const Option&, const Option&) = default;
};
BOOST_DESCRIBE_STRUCT(Option, (), (code, label, disabled))

/// One question. Its id and type never change, because answers are kept under them.
struct Field {
    std::string id;
    FieldType type;
    Label label;
    std::optional<Label> help;
    std::int64_t data_class;                    ///< 0 logistics … 4 sealed (workflows.md §6)
    bool offline_allowed;
    bool printable;
    std::optional<std::string> source;          ///< id of one of the definition's sources
    std::optional<std::string> reporting_code;  ///< under which it is counted
    std::optional<std::string> required_at;     ///< a stage: from it on, an answer is needed
    std::optional<json::Raw> required_when;     ///< narrows `required_at` to when this condition holds
    std::optional<json::Raw> shown_when;        ///< may refer to earlier questions only
    std::optional<bool> of_record;              ///< the answer is the record's own member of this name, not in `answers`
    std::optional<bool> in_their_words;         ///< the person's own words: shown in italics between « »
    std::optional<std::int64_t> least;          ///< integer, number
    std::optional<std::int64_t> most;           ///< integer, number; characters of a text; items of choices and groups
    std::optional<std::vector<Option>> options;
    std::optional<std::vector<Field>> fields;   ///< of each item of a group; groups do not nest
    std::optional<bool> amendable;              ///< inside a group: may change in an item already kept
    friend bool operator==(const Field&, const Field&) = default;
};
BOOST_DESCRIBE_STRUCT(Field, (), (id, type, label, help, data_class, offline_allowed, printable, source, reporting_code,
                                  required_at, required_when, shown_when, of_record, in_their_words, least, most, options,
                                  fields, amendable))

struct Section {
    std::string id;
    Label label;
    std::optional<Label> help;
    std::optional<std::string> source;
    std::vector<Field> fields;
    friend bool operator==(const Section&, const Section&) = default;
};
BOOST_DESCRIBE_STRUCT(Section, (), (id, label, help, source, fields))

/// Where a text was taken from; named wherever it is shown.
struct Source {
    std::string id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Source, (), (id, title))

/// A question that helps to look again at what is written. Never an answer, never required.
struct Lens {
    std::string id;
    Label label;
    Label question;
};
BOOST_DESCRIBE_STRUCT(Lens, (), (id, label, question))

/// One addend of a score: points by option (each chosen one counts), for `true`, or for each unit of an integer.
struct Term {
    std::string field;
    std::optional<std::map<std::string, std::int64_t>> points;
    std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(Term, (), (field, points, weight))

/// How a sum is computed. Kept with its version beside the answers, so that old scores never change. Never used to decide
/// about a person.
struct ScoreRule {
    std::string id;
    std::int64_t version;
    Label label;
    bool needs_all;  ///< no score while any term is unanswered; otherwise the unanswered add nothing
    std::vector<Term> terms;
};
BOOST_DESCRIBE_STRUCT(ScoreRule, (), (id, version, label, needs_all, terms))

struct Definition {
    std::string form;
    Version version;
    FormStatus status;
    Date effective_from;
    Label title;
    std::vector<std::string> stages;  ///< of the record it writes up, in their order
    std::vector<Source> sources;
    std::vector<Section> sections;
    std::optional<std::vector<Lens>> lenses;
    std::optional<std::vector<ScoreRule>> scores;
};
BOOST_DESCRIBE_STRUCT(Definition, (), (form, version, status, effective_from, title, stages, sources, sections, lenses, scores))

}  // namespace hebra::forms
