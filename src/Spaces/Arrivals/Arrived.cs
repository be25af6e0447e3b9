using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Something new can be seen from now on. Announced in the writing that made it visible: at once, or when its time came.</summary>
public sealed record Arrived(
    Guid Id, string Kind, AudienceId Audience, SpaceId Space, PersonId? Author, DateTime At, DateTime? MustReadUntil);
