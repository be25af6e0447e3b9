using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tupa.Tests;

/// <summary>What the house writes to its log names nobody: not in a day's work, not when something is refused, and not when something breaks.</summary>
public sealed class QuietLogTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_name_address_user_id_or_typed_word_comes_into_the_log(string database)
    {
        using var log = new Book();
        var settings = new Dictionary<string, string?> { ["Tupa:Mail:Host"] = "127.0.0.1", ["Tupa:Mail:Port"] = "1", ["Tupa:Mail:From"] = "tupa@kuusisalmi.example" };
        await using var house = await (await TestHouse.OpenAsync(database, settings, services => services.AddSingleton<ILoggerProvider>(log))).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        await house.AccountAsync(town.Writer, "noora.heikkila");
        using var browser = house.Browser();

        // Refused and let in.
        await browser.SignInAsync("noora.heikkila", "salaisuus-jota-kukaan-ei-arvaa");
        await browser.SignInAsync("tuntematon.tunnus");
        Assert.True((await browser.SignInAsync("noora.heikkila")).Headers.Location is not null);
        await browser.FormAsync("/passwords/link", ("userId", "noora.heikkila"));

        // A day's work, and what somebody sends that makes no sense.
        var post = Guid.CreateVersion7();
        await browser.FormAsync("/posts", ("id", $"{post}"), ("space", $"{town.Space.Id}"), ("title", "Kirjoitettu otsikko"), ("body", "Kirjoitettu sana @Lauri Lukija"), ("who", "all"), ("mention", $"{town.Reader}"));
        await browser.FormAsync($"/posts/{post}/comments", ("id", $"{post}"), ("body", "Kirjoitettu vastaus"));
        await browser.GetAsync("/people?q=Heikkilä");
        await browser.GetAsync("/people/suggest?q=Hautakangas");
        await browser.GetAsync($"/people/{town.Steward}");
        await browser.UploadedAsync([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]], "Nooran potilaskertomus.jpg");
        await house.RunJobsAsync();

        // Broken: the table of posts is gone in the middle of a page, a search and a deed.
        await house.WriteAsync(db => db.Database.ExecuteSqlRawAsync("alter table posts_posts rename to posts_gone"));
        foreach (var path in new[] { $"/posts/{post}", "/?q=Heikkilä", $"/spaces/{town.Space.Id}" })
            Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await browser.GetAsync(path)).StatusCode);
        await browser.FormAsync("/posts", ("id", $"{Guid.CreateVersion7()}"), ("space", $"{town.Space.Id}"), ("title", "Kirjoitettu otsikko"), ("body", "Kirjoitettu sana"), ("who", "all"));
        await house.RunJobsAsync();

        string[] words =
        [
            "Noora", "Heikkil", "Hautakangas", "Lauri", "Lukija", "noora.heikkila", "tuntematon", "salaisuus", "kuusisalmi.example", "Kirjoitettu", "potilaskertomus",
            Door.Password, town.Writer.ToString(), town.Steward.ToString(), town.Reader.ToString(), town.Writer.Value.ToString("n"), "127.0.0.1",
        ];
        var said = words.SelectMany(w => log.Lines.Where(l => l.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(l => $"{w}: {l}")).Distinct().ToList();
        Assert.NotEmpty(log.Lines);
        Assert.Contains(log.Lines, l => l.Contains("Tupa.Mishaps", StringComparison.Ordinal));
        Assert.True(said.Count == 0, string.Join('\n', said));
    }

    /// <summary>Keeps all that an operator with the settings of the house would find in the log, exceptions whole.</summary>
    private sealed class Book : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Page(categoryName, Lines);

        public void Dispose() => Lines.Clear();

        private sealed class Page(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                // What only a developer turns on may say more.
                if (logLevel >= LogLevel.Information) lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
