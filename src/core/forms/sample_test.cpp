#include "core/forms/sample.hpp"

#include <gtest/gtest.h>

#include "platform/json/json.hpp"

namespace hebra::forms {
namespace {

constexpr std::string_view k_form = R"json({
 "form": "sample", "version": "1.0.0", "status": "published", "effective_from": "2026-01-01",
 "title": {"es": "Muestra", "en": "Sample"}, "stages": ["open", "asked", "closed"], "sources": [],
 "sections": [{"id": "all", "label": {"es": "Todo", "en": "All"}, "fields": [
  {"id": "risk", "type": "choice", "label": {"es": "Riesgo", "en": "Risk"}, "data_class": 3, "offline_allowed": false, "of_record": true,
   "printable": true, "required_at": "closed", "options": [{"code": "low", "label": {"es": "Bajo", "en": "Low"}}, {"code": "high", "label": {"es": "Alto", "en": "High"}}]},
  {"id": "reason", "type": "text", "label": {"es": "Por qué", "en": "Why"}, "data_class": 3, "offline_allowed": false, "printable": true, "most": 5,
   "required_at": "asked", "shown_when": {"op": "eq", "field": "risk", "value": "high"}},
  {"id": "steps", "type": "group", "label": {"es": "Pasos", "en": "Steps"}, "data_class": 2, "offline_allowed": true, "printable": true,
   "fields": [{"id": "step", "type": "text", "label": {"es": "Paso", "en": "Step"}, "data_class": 2, "offline_allowed": true, "printable": true, "required_at": "closed"}]},
  {"id": "calm", "type": "boolean", "label": {"es": "Calma", "en": "Calm"}, "data_class": 2, "offline_allowed": true, "printable": true}]}],
 "scores": [{"id": "load", "version": 2, "label": {"es": "Carga", "en": "Load"}, "needs_all": true, "terms": [{"field": "calm", "weight": 3}]}]
})json";

SampleUnder tried(const char* answers, const char* record) {
    const auto samples = read_samples({{json::Raw{answers}, json::Raw{record}}});
    return try_sample(Form::parse(k_form).value(), samples->front());
}

std::string faults_of(const SampleUnder& under) {
    std::string text;
    for (const auto& fault : under.faults) text += fault.pointer + "=" + fault.code + "@" + fault.from_stage + " ";
    return text;
}

TEST(Sample, says_what_is_asked_what_is_wrong_from_when_and_the_scores) {
    const auto under = tried(R"({"reason":"demasiado","steps":[{},{"step":"x"}],"calm":true,"other":1})", R"({"risk":"high"})");
    EXPECT_EQ(under.version.text(), "1.0.0");
    EXPECT_EQ(under.shown, std::vector<std::string>({"/risk", "/answers/reason", "/answers/steps", "/answers/steps/0/step", "/answers/steps/1/step", "/answers/calm"}));
    EXPECT_EQ(faults_of(under), "/answers/reason=too_much_text@open /answers/steps/0/step=answer_needed@closed /answers/other=unknown_field@open ");
    EXPECT_EQ(under.scores, std::vector<Score>({{"load", 2, 3}}));
}

TEST(Sample, names_the_stage_that_needs_an_answer) {
    EXPECT_EQ(faults_of(tried("{}", R"({"risk":"high"})")), "/answers/reason=answer_needed@asked ");
    const auto calm = tried("{}", "{}");
    EXPECT_EQ(faults_of(calm), "/risk=answer_needed@closed ");
    EXPECT_EQ(calm.shown, std::vector<std::string>({"/risk", "/answers/steps", "/answers/calm"}));
    EXPECT_TRUE(calm.scores.empty());
}

TEST(Sample, refuses_too_many_and_what_is_none) {
    EXPECT_EQ(read_samples(std::vector<SampleAnswers>(21, {json::Raw{"{}"}, {}})).error().fields.at(0).pointer, "/samples");
    EXPECT_TRUE(read_samples(std::vector<SampleAnswers>(20, {json::Raw{"{}"}, {}})));
    EXPECT_EQ(read_samples({{json::Raw{"{}"}, {}}, {json::Raw{"[]"}, {}}}).error().fields.at(0).pointer, "/samples/1/answers");
    EXPECT_EQ(read_samples({{json::Raw{"{}"}, json::Raw{"3"}}}).error().fields.at(0).word.code, "sample_not_object");
}

}  // namespace
}  // namespace hebra::forms
