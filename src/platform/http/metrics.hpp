// What the server counts about itself, as Prometheus reads it.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace hebra::http {

/// One answered request, for the access log and the metrics. Never the path or the query: they may hold people's data.
struct Served {
    Method method;
    std::string_view route;  ///< the template; empty if none answered
    int status;
    std::int64_t micros;  ///< from the last byte of the request until the answer was ready
    std::size_t bytes;    ///< of the answer's body
    std::string_view request_id;
};

/// Thread-safe.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void count(const Served& served);
    /// A value asked for at every reading, such as the length of a queue. Whoever adds it outlives the readings.
    void add_gauge(const std::string& name, const std::string& help, std::function<double()> read);
    /// The text for `GET /metrics` (text/plain; version=0.0.4).
    std::string text() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hebra::http
