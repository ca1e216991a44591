// What made-up answers give under a version of a form: how whoever imports one sees what it changes. Pure; nothing is kept.
#pragma once
#include "core/forms/form.hpp"

namespace hebra::forms {

inline constexpr std::size_t k_most_samples = 20;

/// A set of answers as a request brings it. Synthetic; never stored, never logged.
struct SampleAnswers {
    json::Raw answers;
    std::optional<json::Raw> record;  ///< the record's own members, for the questions that are `of_record`
};
BOOST_DESCRIBE_STRUCT(SampleAnswers, (), (answers, record))

struct Sample {
    Value::Object answers;
    Value::Object record;
};

/// Something wrong with a sample, and the first stage of the record at which it matters.
struct SampleFault {
    std::string pointer;  ///< "/answers/plan_steps/0/step", or "/risk" for what is of the record
    std::string code;
    Label message;
    std::string from_stage;
    friend bool operator==(const SampleFault&, const SampleFault&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleFault, (), (pointer, code, message, from_stage))

/// A sample under one version.
struct SampleUnder {
    Version version;
    std::vector<std::string> shown;  ///< the questions asked, with pointers such as those of the faults
    std::vector<SampleFault> faults;
    std::vector<Score> scores;
};
BOOST_DESCRIBE_STRUCT(SampleUnder, (), (version, shown, faults, scores))

struct SampleReport {
    SampleUnder in_force;
    SampleUnder imported;
};
BOOST_DESCRIBE_STRUCT(SampleReport, (), (in_force, imported))

/// No: `invalid`, above `k_most_samples` or with the pointer of what is no object ("/samples/0/answers").
Result<std::vector<Sample>> read_samples(const std::vector<SampleAnswers>& given);

SampleUnder try_sample(const Form& form, const Sample& sample);

namespace words {
inline constexpr Word k_too_many_samples{"too_many_samples", "Se prueban hasta 20 muestras por vez. Envíe las demás en otra prueba.",
                                         "Up to 20 samples are tried at a time. Send the others in another try."};
inline constexpr Word k_sample_not_object{"sample_not_object", "Una muestra es un objeto: el código de cada pregunta con su respuesta.",
                                          "A sample is an object: each question's code with its answer."};
}  // namespace words

}  // namespace hebra::forms
