using System.Text.Json;
using System.Text.Json.Serialization;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>What goes over the wire between nodes: ids of things, never content, and no person's id.</summary>
/// <param name="Kind">The arrival's kind ("post"); null where people's bells ring.</param>
/// <param name="Thing">The arrival.</param>
/// <param name="Audience">Who may see it; asked again before it is sent to anyone.</param>
/// <param name="People">Whose bells ring, by keyed digests; null for an arrival.</param>
internal sealed record LiveEvent(string? Kind, Guid Thing, Guid Audience, IReadOnlyList<string>? People)
{
    /// <summary>So many people fit into one message of the wire.</summary>
    public const int MostPeople = 150;

    public static LiveEvent Of(string kind, Guid thing, AudienceId audience) => new(kind, thing, audience.Value, null);

    public static IEnumerable<LiveEvent> Bells(IReadOnlyCollection<string> people) =>
        people.Chunk(MostPeople).Select(some => new LiveEvent(null, Guid.Empty, Guid.Empty, some));

    public string Written() => JsonSerializer.Serialize(this, LiveJson.Default.LiveEvent);

    /// <summary>Null for what is not one: another version's message.</summary>
    public static LiveEvent? Read(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, LiveJson.Default.LiveEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(LiveEvent))]
internal sealed partial class LiveJson : JsonSerializerContext;
