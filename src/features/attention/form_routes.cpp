#include "features/attention/api.hpp"
#include "features/attention/routes.hpp"
#include "platform/json/schema.hpp"

// Plain words inside a form; in the API's one list of names they say what they are of.
namespace hebra {
template <> inline constexpr std::string_view json::k_schema_name<forms::Definition> = "FormDefinition";
template <> inline constexpr std::string_view json::k_schema_name<forms::Version> = "FormVersion";
template <> inline constexpr std::string_view json::k_schema_name<forms::Label> = "FormLabel";
template <> inline constexpr std::string_view json::k_schema_name<forms::FieldType> = "FormFieldType";
template <> inline constexpr std::string_view json::k_schema_name<forms::Option> = "FormOption";
template <> inline constexpr std::string_view json::k_schema_name<forms::Field> = "FormField";
template <> inline constexpr std::string_view json::k_schema_name<forms::Section> = "FormSection";
template <> inline constexpr std::string_view json::k_schema_name<forms::Source> = "FormSource";
template <> inline constexpr std::string_view json::k_schema_name<forms::Lens> = "FormLens";
template <> inline constexpr std::string_view json::k_schema_name<forms::Term> = "FormScoreTerm";
template <> inline constexpr std::string_view json::k_schema_name<forms::ScoreRule> = "FormScoreRule";
}  // namespace hebra

namespace hebra::attention {
namespace {

struct ImportForm {
    json::Raw definition;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ImportForm, (), (definition, dry_run))

struct MoveForm {
    forms::FormAction action;
};
BOOST_DESCRIBE_STRUCT(MoveForm, (), (action))

}  // namespace

void add_form_routes(http::Router& router, forms::Forms& forms) {
    router.get("/api/v1/forms/{form}")
        .signed_in("questions and their words: nobody's answers")
        .summary("The version of a form in force in one's institution")
        .handle([&forms](const http::Call& call) -> Result<forms::Definition> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto form, forms.current(call.actor().institution, name));
            return form->definition();
        });

    router.get("/api/v1/forms/{form}/versions/{version}")
        .signed_in("questions and their words: nobody's answers")
        .summary("One version of a form: the one a record was written with")
        .handle([&forms](const http::Call& call) -> Result<forms::Definition> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto version, call.path<forms::Version>("version"));
            HEBRA_TRY(const auto form, forms.find(call.actor().institution, name, version));
            return form->definition();
        });

    router.post("/api/v1/forms/import")
        .allow(k_form_manage)
        .summary("Import a version of a form as a draft, or only see what it would change")
        .handle<ImportForm>([&forms](const http::Call& call, const ImportForm& body) {
            return forms.import(call.actor(), body.definition.text, body.dry_run.value_or(false));
        });

    router.post("/api/v1/forms/{form}/versions/{version}/moves")
        .allow(k_form_manage)
        .summary("Publish a draft, or retire a published version")
        .handle<MoveForm>([&forms](const http::Call& call, const MoveForm& body) -> Result<> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto version, call.path<forms::Version>("version"));
            return forms.move(call.actor(), name, version, body.action);
        });
}

}  // namespace hebra::attention
