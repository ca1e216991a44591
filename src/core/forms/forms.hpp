// The forms an institution uses: those that ship with the program, unless it changed them.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "access/audit/audit.hpp"
#include "base/snapshot.hpp"
#include "core/forms/diff.hpp"
#include "core/forms/sample.hpp"
#include "platform/db/database.hpp"

namespace hebra::forms {

/// What a version changes against the one in force. `kept` is false for a dry run.
struct FormImport {
    std::string form;
    Version version;
    Version in_force;
    std::vector<FormChange> changes;
    std::vector<SampleReport> samples;  ///< in the order they were sent
    bool kept;
};
BOOST_DESCRIBE_STRUCT(FormImport, (), (form, version, in_force, changes, samples, kept))

/// draft → published → retired. Retiring the newest is the way back to the one before. A draft nobody wrote with is thrown away.
enum class FormAction { publish, retire, discard };
BOOST_DESCRIBE_ENUM(FormAction, publish, retire, discard)

/// A form that Hebra has, as it is asked today.
struct FormInForce {
    std::string form;
    Label title;
    Version version;
};
BOOST_DESCRIBE_STRUCT(FormInForce, (), (form, title, version))

/// One of an institution's versions, or the one that ships.
struct FormVersion {
    Version version;
    FormStatus status;
    Date effective_from;
    bool in_force;
    bool ships_with_hebra;
    std::optional<Time> changed_at;  ///< when it came to its status; none for the one that ships
    std::optional<UserId> changed_by;
};

namespace words {
inline constexpr Word k_form_unknown{"form_unknown", "Hebra no tiene un formulario con ese nombre.", "Hebra has no form of that name."};
inline constexpr Word k_form_version_taken{"form_version_taken", "Esa versión ya existe. Súbale el número.",
                                           "That version exists already. Raise its number."};
inline constexpr Word k_form_move{"form_move", "Un borrador se publica o se descarta, y una versión publicada se retira; nada más. Vuelva a abrir la lista.",
                                  "A draft is published or discarded, and a published version is retired; nothing else. Open the list again."};
inline constexpr Word k_record_stages{"record_stages", "Las etapas (stages) son las del formulario que trae Hebra. Déjelas como están.",
                                      "The stages are those of the form that comes with Hebra. Leave them as they are."};
inline constexpr Word k_record_question{
    "record_question", "Las preguntas del registro (of_record) y sus opciones son las que trae Hebra: cambie sus textos o desactive opciones.",
    "The record's questions (of_record) and their options are those that come with Hebra: change their words or disable options."};
}  // namespace words

class Forms {
  public:
    using Known = std::shared_ptr<const Form>;

    /// @throws std::logic_error when a shipped definition does not hold together
    Forms(db::Database& database, audit::Audit& audit, const Clock& clock);

    /// The published version in force today; the institution's own before the shipped one. From memory: another node's
    /// change shows within 5 s. `not_found` for a form Hebra does not have. Not inside a write or a read.
    Result<Known> current(InstitutionId institution, std::string_view form);
    /// The version a record is pinned to, also when it was retired since.
    Result<Known> find(InstitutionId institution, std::string_view form, const Version& version);

    /// Every form that Hebra has, as the institution asks it today.
    std::vector<FormInForce> all(InstitutionId institution);
    /// The versions of a form that an institution may ask with, the newest first; the last is the one that ships.
    /// No: `not_found`.
    Result<std::vector<FormVersion>> history(InstitutionId institution, std::string_view form);

    /// Keeps a new version as a draft; a dry run only says what it would change. The samples are tried and forgotten.
    /// No: `invalid` with every fault of the definition and every change that answers do not allow; `too_many_samples`.
    Result<FormImport> import(const Actor& actor, std::string_view json, bool dry_run, const std::vector<SampleAnswers>& samples = {});
    /// What a kept version changes, as an import says it.
    /// No: `not_found`; `invalid`; `too_many_samples`.
    Result<FormImport> compare(InstitutionId institution, std::string_view form, const Version& version,
                               const std::vector<SampleAnswers>& samples);
    /// No: `not_found`; `form_move`.
    Result<> move(const Actor& actor, std::string_view form, const Version& version, FormAction action);

  private:
    using Versions = std::vector<Known>;  ///< the institution's own first, each group by rising version
    struct Remembered {
        Snapshot<Versions> versions;
        Time read_at;
    };
    Snapshot<Versions> versions(InstitutionId institution, std::string_view form);
    Known shipped(std::string_view form) const;
    Date today() const;
    /// Whether answers are asked with it today: the newest published of `own`, or else the one that ships.
    Known in_force(const Versions& own, const Known& base) const;
    void forget(InstitutionId institution, std::string_view form);

    db::Database& database_;
    audit::Audit& audit_;
    const Clock& clock_;
    std::vector<Known> shipped_;
    std::mutex mutex_;
    std::map<std::pair<InstitutionId, std::string>, Remembered, std::less<>> remembered_;
};

}  // namespace hebra::forms
