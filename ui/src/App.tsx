// The first screen: the name of the program. Relies on React alone; knows nothing of projects yet.
import './App.css';

export function App() {
  return (
    <main className="welcome">
      <div className="mark" aria-hidden="true">
        <i className="major" />
        <i className="high" />
        <i className="medium" />
        <i className="low" />
      </div>
      <h1>四色 Sise</h1>
      <p>双重预防体系工作台</p>
    </main>
  );
}
