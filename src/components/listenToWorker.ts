interface Listener<News> {
  readonly onNews: (news: News) => void;
  readonly onFailure: (error: Error) => void; // it cannot run, or what it tells cannot be read
}

/** Hears what a worker tells, until it is terminated. */
export function listenToWorker<News>(worker: Worker, {onNews, onFailure}: Listener<News>): void {
  const fail = (event: Event) =>
    onFailure(new Error((event instanceof ErrorEvent && event.message) || "its worker could not run"));
  worker.addEventListener("message", ({data}: MessageEvent<News>) => onNews(data));
  worker.addEventListener("error", fail);
  worker.addEventListener("messageerror", fail);
}
