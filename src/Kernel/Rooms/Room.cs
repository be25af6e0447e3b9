using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Kernel;

/// <summary>The door of a room. Read it to know everything the room brings into the house.</summary>
public abstract class Room
{
    /// <summary>The prefix of the room's tables, audit keys and settings.</summary>
    public abstract string Name { get; }

    public virtual IReadOnlyList<JobSchedule> Jobs => [];

    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
