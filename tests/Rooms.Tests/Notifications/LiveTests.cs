using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Spaces;
using Tupa.Storage.Postgres;

namespace Tupa.Tests.Notifications;

public sealed class LiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_member_hears_of_an_arrival_without_its_content_and_an_outsider_does_not(string database)
    {
        await using var news = await OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await using var inside = new Listener(news, aino);
        await using var outside = new Listener(news, kai);
        await inside.HearAsync("retry");
        await outside.HearAsync("retry");

        var id = await news.NoteAsync(bridge, aino, "Sillan työmaa alkaa");
        var hub = news.House.Services.GetRequiredService<LiveHub>();
        await inside.HearAsync($"<turbo-frame id=\"note-{id}\" src=\"/notes/{id}/card\"></turbo-frame>", () => hub.ArrivedAsync("note", id, bridge.Audience));
        await news.SendAsync(new Notice(kai, NoticeKind.NewSignIn, Guid.CreateVersion7()));
        await outside.HearAsync("event: notice");
        Assert.DoesNotContain("turbo-frame", outside.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Sillan", inside.Heard, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_stream_ends_with_the_session_and_with_an_audience(string database)
    {
        await using var news = await OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, kai);
        await news.House.Town.JoinAsync(aino, bridge.Members, (int)SpaceRole.Reader, until: news.House.Now.AddMinutes(30));
        await using var first = new Listener(news, aino);
        await using var second = new Listener(news, kai);
        await first.HearAsync("retry");
        await second.HearAsync("retry");

        news.House.Clock.Move(TimeSpan.FromMinutes(31));
        await first.EndedAsync();
        Assert.DoesNotContain("event: end", first.Heard, StringComparison.Ordinal);
        Assert.False(second.HasEnded);

        Sessions.Over = kai;
        news.House.Clock.Move(TimeSpan.FromSeconds(30));
        await second.EndedAsync();
        Assert.Contains("event: end", second.Heard, StringComparison.Ordinal);
        Assert.Equal(0, news.House.Services.GetRequiredService<LiveHub>().Count);
    }

    [Fact]
    public async Task On_PostgreSQL_every_node_hears()
    {
        await using var house = await TestHouse.OpenAsync("postgres");
        await using var other = new PostgresWire(house.Services.GetRequiredService<NpgsqlDataSource>(), house.Clock, NullLogger<PostgresWire>.Instance);
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        other.Listen(message => heard.TrySetResult(message));
        var hub = house.Services.GetRequiredService<LiveHub>();
        var thing = Guid.CreateVersion7();
        for (var i = 0; i < 40 && !heard.Task.IsCompleted; i++)
        {
            await hub.ArrivedAsync("note", thing, AudienceId.New());
            await Task.WhenAny(heard.Task, Task.Delay(100));
        }

        Assert.Contains(thing.ToString(), await heard.Task.WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobodys_id_goes_over_the_wire(string database)
    {
        await using var news = await OpenAsync(database);
        var people = new List<PersonId>();
        for (var i = 0; i < 3; i++) people.Add(await news.House.Town.StaffAsync($"Aino Mäkelä{i}"));
        var heard = new ConcurrentQueue<string>();
        news.House.Services.GetRequiredService<ILiveWire>().Listen(heard.Enqueue);
        var hub = news.House.Services.GetRequiredService<LiveHub>();
        for (var i = 0; i < 200 && heard.IsEmpty; i++)
        {
            await hub.NoticedAsync(people);
            await Task.Delay(100);
        }

        Assert.True(heard.TryPeek(out var message), "nothing was heard");
        Assert.Equal(people.Count, LiveEvent.Read(message)!.People!.Distinct().Count());
        Assert.All(people, p => Assert.DoesNotContain($"{p}"[..13], message, StringComparison.Ordinal));
    }

    [Fact]
    public void As_many_people_as_one_message_may_ring_fit_into_it()
    {
        var all = LiveEvent.Bells([.. Enumerable.Range(0, LiveEvent.MostPeople + 1).Select(i => $"{i:0000000000000000000000}")]).Select(b => b.Written()).ToList();
        Assert.Equal(2, all.Count);
        Assert.All(all, m => Assert.InRange(m.Length, 1, ILiveWire.LongestMessage));
    }

    private static Task<Newsroom> OpenAsync(string database) => Newsroom.OpenAsync(database);

    /// <summary>The sessions of the test: all live but one.</summary>
    private sealed class Sessions(PersonId person) : ISessionCheck
    {
        public TimeSpan? LongestIdle => null;

        public static PersonId? Over { get; set; }

        public Task<bool> LiveAsync(CancellationToken stop) => Task.FromResult(Over != person);
    }

    /// <summary>A browser at the stream.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly CancellationTokenSource _leave = new();
        private readonly Pipe _pipe = new();
        private readonly Task _stream;
        private readonly Task _reading;
        private string _heard = "";

        public Listener(Newsroom news, PersonId person)
        {
            _stream = StreamAsync(news, person);
            _reading = ReadAsync();
        }

        public string Heard => Volatile.Read(ref _heard);

        public bool HasEnded => _stream.IsCompleted;

        /// <param name="words">What is to be heard.</param>
        /// <param name="say">Says it, again and again until it is heard: a wire that is still being laid loses what is sent before.</param>
        public async Task HearAsync(string words, Func<Task>? say = null)
        {
            for (var i = 0; i < 200 && !Heard.Contains(words, StringComparison.Ordinal); i++)
            {
                if (say is not null) await say();
                await Task.Delay(100);
            }

            Assert.Contains(words, Heard, StringComparison.Ordinal);
        }

        public async Task EndedAsync()
        {
            await _stream.WaitAsync(Patience);
            await _reading.WaitAsync(Patience);
        }

        public async ValueTask DisposeAsync()
        {
            await _leave.CancelAsync();
            await _stream;
            await _reading;
            _leave.Dispose();
        }

        private async Task StreamAsync(Newsroom news, PersonId person)
        {
            await using var scope = news.House.Services.CreateAsyncScope();
            var of = scope.ServiceProvider;
            var stream = new LiveStream(
                of.GetRequiredService<LiveHub>(), of.GetRequiredService<TupaDb>(), of.GetRequiredService<Audience>(), new Sessions(person),
                of.GetRequiredService<Titles>(), news.House.Clock);
            var http = new DefaultHttpContext { Response = { Body = _pipe.Writer.AsStream() } };
            await stream.RunAsync(http.Response, Actor.Of(person), person, _leave.Token);
            await _pipe.Writer.CompleteAsync();
        }

        private async Task ReadAsync()
        {
            using var reader = new StreamReader(_pipe.Reader.AsStream());
            while (await reader.ReadLineAsync() is { } line) Volatile.Write(ref _heard, Heard + line + "\n");
        }
    }
}
