using Microsoft.Extensions.Logging;

namespace Tupa.Tests;

/// <summary>Writes the log to the output of the test, which is shown where that test fails and nowhere else.</summary>
internal sealed class TestOutput(ITestOutputHelper? output) : ILoggerProvider
{
    /// <summary>For a house that is opened in the test that runs now; one that several tests share has no output.</summary>
    public static TestOutput Here() => new(TestContext.Current.TestOutputHelper);

    public ILogger CreateLogger(string categoryName) => new Lines(output);

    public void Dispose()
    {
        // The output is the test's.
    }

    private sealed class Lines(ITestOutputHelper? output) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => output is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            try
            {
                output?.WriteLine($"{formatter(state, exception)} {exception}");
            }
            catch (InvalidOperationException)
            {
                // The test has ended before what it had begun.
            }
        }
    }
}
