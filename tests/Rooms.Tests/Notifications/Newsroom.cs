using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Spaces;

namespace Tupa.Tests.Notifications;

/// <summary>A house with a mail server beside it and a content room of the tests' own, whose things are called notes.</summary>
internal sealed class Newsroom : IAsyncDisposable, IArrivalTitles
{
    private readonly Dictionary<Guid, string> _titles = [];

    public SmtpSink Sink { get; } = new();

    public TestHouse House { get; private set; } = null!;

    string IArrivalTitles.Kind => "note";

    public static async Task<Newsroom> OpenAsync(string database, Action<IServiceCollection>? more = null)
    {
        var room = new Newsroom();
        room.House = await TestHouse.OpenAsync(database, room.Sink.Settings, services =>
        {
            services.AddSingleton<IArrivalTitles>(room);
            more?.Invoke(services);
        });
        return room;
    }

    public Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(ids.Where(_titles.ContainsKey).ToDictionary(i => i, i => _titles[i]));

    /// <summary>Something new in a space, by this person, now.</summary>
    public async Task<Guid> NoteAsync(TestSpace space, PersonId author, string title, DateTime? mustRead = null)
    {
        var id = Guid.CreateVersion7();
        _titles[id] = title;
        await House.WriteAsync(db =>
        {
            db.Add(new Arrival
            {
                Id = id,
                Kind = "note",
                Audience = space.Audience,
                Space = space.Id,
                Author = author,
                At = House.Now,
                UntilUtc = Helsinki.Never,
                MustReadUntil = mustRead,
            });
            return Task.CompletedTask;
        });
        return id;
    }

    public Task SendAsync(params Notice[] notices) => House.InAsync((Notices n) => n.SendAsync(notices));

    /// <summary>The inbox as the person reads it, in Finnish.</summary>
    public async Task<InboxView> InboxAsync(PersonId person)
    {
        CultureInfo.CurrentUICulture = Language.Culture("fi");
        return await House.InAsync((InboxQueries inbox) => inbox.PageAsync(Actor.Of(person), unreadOnly: false, null, default));
    }

    public Task<int> UnreadAsync(PersonId person) => House.InAsync((Unread unread) => unread.CountAsync(Actor.Of(person)));

    /// <summary>What the jobs do about mail: decide, digest, deliver.</summary>
    public async Task MailAsync()
    {
        await House.InAsync((MailRounds job) => job.RunAsync(default));
        await House.InAsync((DigestRounds job) => job.RunAsync(default));
        await House.InAsync((MailDelivery job) => job.RunAsync(default));
    }

    /// <summary>Moves the clock onward to the next such day and hour in Helsinki.</summary>
    public void Until(DayOfWeek day, int hour, int minute = 0)
    {
        var date = House.Clock.Today().AddDays(1);
        while (date.DayOfWeek != day) date = date.AddDays(1);
        House.Clock.Move(Helsinki.ToUtc(date.ToDateTime(new TimeOnly(hour, minute))) - House.Now);
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
