using Microsoft.Extensions.Configuration;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Words for tests of school files.</summary>
internal static class SchoolFeeds
{
    public static SchoolsSettings Settings(params (string Key, string Value)[] told) => SchoolsSettings.Of(Configuration(told));

    /// <summary>A clock that stands at a day of the spring term.</summary>
    public static TestClock Spring()
    {
        var clock = new TestClock();
        clock.StopAt(new(2026, 2, 1, 10, 0, 0, DateTimeKind.Utc));
        return clock;
    }

    public static IConfiguration Configuration(params (string Key, string Value)[] told) =>
        new ConfigurationBuilder().AddInMemoryCollection(told.Select(t => KeyValuePair.Create(t.Key, (string?)t.Value))).Build();
}

/// <summary>Remembers what a whole feed said, as the register does.</summary>
internal sealed class FeedMemory(FeedReading said) : IFeedMemory
{
    public Task<IReadOnlyDictionary<string, FedPerson>> PeopleAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, FedPerson>>(said.People.Where(p => keys.Contains(p.Key)).ToDictionary(p => p.Key));

    public Task<IReadOnlyDictionary<string, FedGroup>> GroupsAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, FedGroup>>(said.Feed!.Groups.Where(g => keys.Contains(g.Key)).ToDictionary(g => g.Key));
}
